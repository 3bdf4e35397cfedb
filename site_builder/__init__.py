"""Neighbourhood charters: YAML and Markdown in, a checked website out.

The flow, room by room::

    folder      what lies in charters/                   -> which file is what
    source      one YAML file                            -> Document: values and their places
    model       Document                                 -> Charter: typed fields, or slips
    inherit     Charter and council.yml                  -> Charter with all that it takes over
    rules       Charter                                  -> Findings, and facts to lay beside other charters
    findings    Findings                                 -> Problems, without the echoes of other slips
    compile     one charter, alone: all of the above     -> Judged: its problems, and the Compiled
    judged      compile, on every core, and what was found before, kept until something changes that it hangs on
    site        every charter                            -> Checked: the problems, and the Site
    open_data   Site                                     -> tables and JSON for programs, with their descriptions
    views       Site                                     -> what each page shows, as plain data
    rendering   a view and its template in theme/        -> HTML
    around      Site                                     -> each charter alone, with what its pages hang on
    pages       every kind of page, a file for each      -> Page, PublishedFile
    frame       what stands around each page
    finished    one charter, alone: its pages, framed    -> files, kept until something changes that they hang on
    plugin      pages                                    -> MkDocs (with the rooms called ``engine_`` and ``preview`` the only ones to import it)
    publish     a build beside the old site              -> site/, exchanged when all went well
    cli         the ``charters`` command

Beside the flow: ``times`` and ``dates`` are the words for time, ``deadlines`` counts them on a council's calendar and
``compare`` tells the stronger of two promises, ``council_wide`` how one of a charter stands to the whole council's,
``rows`` which rows of a standard are about the same thing; ``sentences``, ``remedies`` and ``notices``, with ``limits``,
``conditions`` and ``steps``, say a promise with the words of ``catalogue``, which stand in ``languages/``;
``translated`` reads what is translated beside a charter, in ``language_files``, and says a finished page in another language;
``changes`` tells what differs between two versions of a charter, ``differences`` between two folders of them;
``history`` is every change that git knows of, and each charter as it stood on a day;
``versions`` lays a version out from git, which ``ask_git`` alone runs, ``earlier`` reads it and ``change_reports`` shape the news;
``spreadsheet`` reads a table, whose rows and ``cells`` know their places, and ``results`` what it tells of promises; ``outcomes``
judges a result, ``held`` finds the promise it is held against, ``reporting`` when it was due, ``result_sentences`` says it, and
``track_record`` has every promise in every period as ``marks``;
``policy`` is what a browser may do with a page, ``hosts`` what a web host is told of the site, ``lasting`` the names of files that
may be kept for good, ``links`` whether links lead anywhere, ``pictures`` what may be shown and ``prose_losses`` what a page would
lose of its text; ``export`` writes everything for another engine;
``workers`` spread work over the cores; ``cache`` keeps what was worked out for the next build, ``named_by_content`` what it hangs on, ``former`` keeps style sheets that somebody may still ask for, ``unchanged`` the files that a new site shares with the last, and ``compiled_templates`` templates as code;
``preview`` shows at once what is being written; ``search`` makes the index that people search in, from what its pages list, and ``telling_checks`` says at a build what the check found;
``qr_code`` draws an address for a camera, ``sharing`` a picture for those who share a page, ``report_forms`` finds a form on the council's report site, ``fingerprint`` is what tells one text of promises from any other, ``shelves`` puts a charter beside its editions;
``find`` is what an area can be found by, in small files; ``maps`` reads outlines and draws them beside each other;
``editor`` makes the form for editing in the browser, of the model, and publishes it at /admin/;
``from_spreadsheet`` makes a charter of a council's spreadsheet; ``house_style`` lays a YAML file out in the one style, ``new_site`` begins a council's repository and remembers what it wrote there, ``upgrade`` brings that forward;
``status`` tells the state of a charter on a day, ``prose`` reads Markdown, ``wording`` finds long sentences and words
that are vague or of the office, ``severities`` lowers what a council asks to hear more quietly, ``proposal`` names what a proposal changes beside the charters, ``reports`` shape problems for
their readers, ``starters`` are files for a repository to begin with, ``schema`` is for editors, ``as_data`` turns a group of fields into plain data, ``csv_file`` writes every table that leaves, ``feed`` an Atom feed, ``calendars`` an iCalendar file,
``linked_data`` tells search engines what holds, ``lean`` takes out of style sheets and scripts what no browser needs, ``material`` out of Material's what no page of ours needs, ``guide`` teaches those who write, with pictures of the example, ``starter`` begins a charter for them, ``clock`` alone
knows what day it is.
"""
