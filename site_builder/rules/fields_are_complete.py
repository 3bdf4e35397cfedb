"""Every field that is needed is there and filled in.

An empty line is a question that nobody answered.

To put it right, fill it in, or take the line out if it does not apply.

Breaks it:

    parties:
      - name: Street Scene

Puts it right:

    parties:
      - id: street-scene
        name: Street Scene
"""
