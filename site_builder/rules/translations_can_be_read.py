"""A file of translations holds English words and what they are in its language.

The page in another language is made from the charter and from this file alone. A file "charter.cy.yml" beside the charter
names its language and lists under "words" each text as it stands in English, and behind it the same in Welsh. Whole texts
only: a translator has to be free to put the words of a sentence in another order.

To put it right, write each translation as two fields, "en" and the code of the language.

Breaks it:

    language: cy
    words:
      Private land: Tir preifat

Puts it right:

    language: cy
    words:
      - en: Private land
        cy: Tir preifat
"""
