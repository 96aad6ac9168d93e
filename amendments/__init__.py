"""Who proposed these words, in which draft, with what evidence, and what became of them.

Data flows one way, and imports go down only:

    .docx bytes → word → drafting → comparing → attributing → tracing → store + search
                                                                  ↓
                                                     service → webui, cli, publishing
"""
