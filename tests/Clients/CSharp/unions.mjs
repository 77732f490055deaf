// A plugin of graphql-codegen: every union of the contract has only user errors in it, so its name stands for their interface.
import { isUnionType } from "graphql";

export const plugin = (schema, _, { namespaceName }) => Object.values(schema.getTypeMap()).filter(isUnionType)
    .map(union => `global using ${union.name} = ${namespaceName}.Contract.UserError;`).join("\n");
