/// The wire facts of every service, as the generator writes them; `ServiceTableReader` reads them.
enum ServiceTableText {}
