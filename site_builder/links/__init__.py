"""Whether links lead anywhere: those within a built site, and those to other sites."""
