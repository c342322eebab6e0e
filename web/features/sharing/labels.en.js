// Opening and saving: links, experiments, histories and weights.

export const sharing = {
  'toast.label': 'Message',

  'share.share': 'Copy a link to this experiment',
  'share.copied': 'Link copied ({letters} characters). It contains the whole experiment.',
  'share.byHand': 'This browser does not let the page use the clipboard. Copy the link yourself:',
  'share.link': 'Link to this experiment',
  'share.needs': 'The link does not contain the training files: {names}.',
  'share.tooLong':
    'This experiment is too large for a link (limit {most} characters). Save it as a file instead.',

  'opened.link': 'Opened from a link. Nothing runs until you press Run.',
  'opened.link.named': 'Opened from a link: {name}. Nothing runs until you press Run.',
  'opened.experiment': 'Opened: {name}. Nothing runs until you press Run.',
  'opened.run': 'One run of {name} was added to the list of runs.',
  'opened.runs': '{count} runs of {name} were added to the list of runs.',
  'opened.weights': 'The next run starts from the weights of {name}.',

  'refused.link': 'The link was not opened: {why} The experiment is unchanged.',
  'refused.file': '{name} was not opened: {why} The experiment is unchanged.',
  'refused.damaged': 'it is damaged or truncated.',
  'refused.long': 'it is too long.',
  'refused.newer': 'it was made by a newer version of Anneal.',
  'refused.wrong': '{message}.',
  'refused.memory': 'its run needs at least {size} MB, more than a page can allocate.',
  'refused.busy': 'the current run is too large for a checkpoint. Reset it first.',

  'files.menu': 'Files: open and save',
  'files.name': 'Name of the experiment',
  'files.name.none': 'none',
  'files.name.hint': 'saved in links and files',
  'files.open': 'Open a file',
  'files.open.hint':
    'Experiment, history or runs (.json), weights (.safetensors). You can also drop it on the page.',
  'files.weights.from': 'New runs start from the weights in {name}.',
  'files.weights.drop': 'Initialise from the seed',
  'files.save': 'Save',
  'files.save.experiment': 'Save experiment',
  'files.save.history': 'Save history of the run',
  'files.save.weights': 'Save weights',
  'files.save.runs': 'Save all runs',
};
