"""The command as ``python -m site_builder.cli``, for where no script is installed."""

from site_builder.cli import main

main()
