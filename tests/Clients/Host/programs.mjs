// Programs that clients are built with: compilers and generators, each in a copy of its client's folder.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const at = path => fileURLToPath(new URL(path, import.meta.url));

// A signal ends a process without its "exit", and then nobody would tidy up.
process.once("SIGTERM", () => process.exit(1));

/** What a program says, standard output before errors; how it ended is in code. */
export async function execute(file, args, options) {
    try {
        const { stdout, stderr } = await promisify(execFile)(file, args, options);
        return { code: 0, output: stdout + stderr };
    } catch (error) {
        if (typeof error.code !== "number") throw error;
        return { code: error.code, output: error.stdout + error.stderr };
    }
}

/** A copy of a client's folder, gone at the end of the script, in which its tools find their packages. */
export function copyOf(client) {
    const folder = mkdtempSync(join(tmpdir(), `jobs-${client.toLowerCase()}-`));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    cpSync(at(`../${client}`), folder, { recursive: true });
    symlinkSync(at("../node_modules"), join(folder, "node_modules"));
    return folder;
}

/** The errors that the comments of a file promise, as "line code". */
export const promised = (file, comment) => readFileSync(file, "utf8").split("\n")
    .flatMap((line, index) => comment.exec(line)?.slice(1).map(code => `${index + 1} ${code}`) ?? []);
