"""Reports and claims side by side: families of retellings, claims across reports, and what changed between tellings."""
