"""Pictures are drawn by Vega from the specifications beside these files; here is said what is drawn, never how."""
