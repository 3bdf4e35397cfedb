"""Everything of one charter as it is published, which is kept until something changes that it hangs on."""
