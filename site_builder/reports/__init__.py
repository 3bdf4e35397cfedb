"""Problems shaped for their readers: one file for each form, all given the same ``report.Report``."""
