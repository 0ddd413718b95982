System.Console.WriteLine("ClaimGraph");
