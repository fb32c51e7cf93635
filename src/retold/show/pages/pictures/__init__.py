"""Pictures are SVG set by templates of their own (templates/pictures/): here is said what is drawn, there how."""
