// What outlives the page, and what is shared: runs gone on with, links, files.

export const kept = {
  'kept.offer.label': 'An interrupted run',
  'kept.offer': 'Run {number} stood at step {step} of {total}.',
  'kept.offer.named': '“{name}” stood at step {step} of {total}.',
  'kept.offer.more': 'After it, {count} more.',
  'kept.offer.build':
    'It began in another build than the page now uses ({of}, not {here}) and goes on in its own: every bit stays as it would have been.',
  'kept.offer.otherBuild':
    'It began in a build that does not run here ({of}). It goes on in {here}: the last bits may differ from a run that was not interrupted.',
  'kept.offer.version':
    'It began in version {of}, this is {here}: the last bits may differ from a run that was not interrupted.',
  'kept.offer.needs': 'It trains on files that are not here: choose or drop {names}.',
  'kept.offer.elsewhere': 'Another tab has gone on with that run.',
  'kept.offer.busy':
    'The run that is open is too large to be set aside. Reset it, then resume this one.',
  'kept.resume': 'Resume',
  'kept.discard': 'Discard',
  'kept.discard.title': 'It cannot be resumed then; its curve stays in the list of runs',
  'kept.choose': 'Choose files',
  'kept.read': 'Close',
  'kept.megabytes': '{count} MB',

  'kept.trouble.denied':
    'This browser keeps nothing for this page (a private window, or storage is switched off). Everything works; runs and experiment are gone when the tab is closed, unless you save them as files.',
  'kept.trouble.full':
    'There is no room left to keep more. Everything works; what is new is gone when the tab is closed, unless you save it as a file. Deleting runs makes room.',
  'kept.trouble.newer':
    'A newer version of this page is open in another tab. This one works on but keeps nothing more: reload it.',
  'kept.trouble.blocked':
    'An older version of this page, open in another tab, holds what is kept. This one works but keeps nothing until that tab is closed.',
  'kept.letGo':
    'At most {runs} runs or {size} are kept in this browser: {count} of the oldest will be gone when this page is closed. Pin a run to keep it.',
  'kept.letGoRaces':
    'At most {races} races or {size} are kept in this browser: {count} of the oldest will be gone when this page is closed. Save its table as CSV to keep it.',
  'kept.race':
    'A race was interrupted when its tab was closed: {done} of {all} lanes are over and kept.',
  'kept.race.show': 'Show the race',
  'kept.tooLarge':
    'Run {number} takes {size} with its optimizer, too much to be kept while it trains (at most 128 MB). It ends with this tab; its curve is kept when it is over.',
  'kept.filesLarge':
    'The files of this experiment are too large to be kept (at most {most}): after a reload you will be asked for them again.',

  'kept.missing': 'This experiment trains on files that are not here: choose or drop {names}.',

  'share.share': 'Copy a link to this experiment',
  'share.copied': 'Copied: a link of {letters} characters that carries the whole experiment.',
  'share.byHand': 'This browser does not let the page copy. Here is the link:',
  'share.link': 'Link to this experiment',
  'share.needs': 'Who opens it also needs these files, which it does not carry: {names}.',
  'share.tooLong':
    'This experiment is too large for a link (at most {most} characters). Save it as a file instead.',

  'toast.label': 'Message',
  'opened.link': 'Opened from a link. Nothing runs until you press Run.',
  'opened.link.named': 'Opened from a link: {name}. Nothing runs until you press Run.',
  'opened.experiment': 'Opened: {name}. Nothing runs until you press Run.',
  'opened.run': 'One run of {name} is in the list of runs.',
  'opened.runs': '{count} runs of {name} are in the list of runs.',
  'opened.weights': 'The next run starts from the weights of {name}.',

  'refused.link': 'The link was not opened: {why} The experiment is as it was.',
  'refused.file': '{name} was not opened: {why} The experiment is as it was.',
  'refused.damaged': 'it is damaged or cut short.',
  'refused.long': 'it is longer than any experiment needs.',
  'refused.newer': 'it was made by a newer Anneal.',
  'refused.wrong': '{message}.',
  'refused.memory': 'its run would take {size} MB or more, and that is more than a page can have.',
  'refused.busy': 'the run that is open is too large to be set aside. Reset it first.',

  'files.menu': 'Files: open and save',
  'files.name': 'Name of the experiment',
  'files.name.none': 'none',
  'files.name.hint': 'goes with it in links and files',
  'files.open': 'Open a file',
  'files.open.hint':
    'An experiment, a history or runs (.json), weights (.safetensors). Or drop it on the page.',
  'files.weights.from': 'New runs start from {name}.',
  'files.weights.drop': 'Start from the seed',
  'files.save': 'Save',
  'files.save.experiment': 'Save the experiment',
  'files.save.history': 'Save the history of the run',
  'files.save.weights': 'Save the weights',
  'files.save.runs': 'Save all runs',
};
