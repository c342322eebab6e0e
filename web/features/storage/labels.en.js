// What the browser stores: interrupted runs and races, limits, storage errors.

export const storage = {
  'storage.offer.label': 'Interrupted run',
  'storage.offer': 'Run {number} was interrupted at step {step} of {total}.',
  'storage.offer.named': '“{name}” was interrupted at step {step} of {total}.',
  'storage.offer.more': 'Other interrupted runs: {count}.',
  'storage.offer.build':
    'It was trained with the build {of}; the page uses {here}. It resumes with its own build, so the results are bit-identical to an uninterrupted run.',
  'storage.offer.otherBuild':
    'It was trained with a build that this browser cannot run ({of}). It resumes with {here}: results may differ from an uninterrupted run by rounding.',
  'storage.offer.version':
    'It was trained with version {of}; this is {here}: results may differ from an uninterrupted run by rounding.',
  'storage.offer.needs': 'Its training files are missing: choose or drop {names}.',
  'storage.offer.elsewhere': 'Another tab has resumed that run.',
  'storage.offer.busy':
    'The current run is too large for a checkpoint. Reset it, then resume this one.',
  'storage.resume': 'Resume',
  'storage.discard': 'Discard',
  'storage.discard.title': 'Deletes its checkpoint; its curve stays in the list of runs',
  'storage.choose': 'Choose files',
  'storage.close': 'Close',
  'storage.megabytes': '{count} MB',

  'storage.error.denied':
    'This browser does not let the page store data (private window, or storage is disabled). Runs and the experiment are lost when the tab is closed, unless you save them as files.',
  'storage.error.full':
    'The browser’s storage is full. New runs are lost when the tab is closed, unless you save them as files. Delete runs to free space.',
  'storage.error.newer':
    'A newer version of this page is open in another tab. This one can no longer store data: reload it.',
  'storage.error.blocked':
    'An older version of this page is open in another tab. This one cannot store data until that tab is closed.',
  'storage.evicted':
    'This browser stores at most {runs} runs or {size}: the oldest {count} will be lost when this page is closed. Pin a run to keep it.',
  'storage.evictedRaces':
    'This browser stores at most {races} races or {size}: the oldest {count} will be lost when this page is closed. Save a race as CSV to keep its results.',
  'storage.race':
    'A race was interrupted when its tab was closed: {done} of {all} lanes are complete and stored.',
  'storage.race.show': 'Show the race',
  'storage.tooLarge':
    'A checkpoint of run {number} would take {size}; the limit is 128 MB. The run cannot be resumed after this tab is closed; its curve is stored when it finishes.',
  'storage.filesLarge':
    'The files of this experiment are too large to store (limit {most}). You will have to choose them again after a reload.',

  'storage.missing': 'The training files of this experiment are missing: choose or drop {names}.',
};
