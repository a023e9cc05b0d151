"""What all kinds of records share on screen: the list, the record pane, drafts, history, disputes."""
