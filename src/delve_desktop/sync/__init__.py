"""One exchange with a hub in named stages, and the applier that integrates what arrived."""
