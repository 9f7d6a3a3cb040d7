fact: revenue of MARA = us-gaap:Revenues
