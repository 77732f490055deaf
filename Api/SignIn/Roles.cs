namespace Jobs.Api.SignIn;

/// <summary>The values of the claim <c>role</c> that mean something here; any other is ignored.</summary>
public static class Roles
{
    public const string ProductManager = "product-manager";
    public const string Operator = "operator";

    public static bool IsKnown(string role) => role is ProductManager or Operator;
}
