/** What each command does, in one sentence: the manifest of an extension has no place for it. */
export const commandSentences: Readonly<Record<string, string>> = {
  'modelTrust.scanWorkspace': 'Reads every file of the workspace and lists the models that they name, and what is odd.',
  'modelTrust.openReport':
    'Opens the trust report of a repo beside the editor: the verdict, and everything it rests on.',
  'modelTrust.editPolicy': 'Opens `model-trust.yaml`, in which a team approves and blocks repos and publishers.',
  'modelTrust.openSample': 'Opens a few lines of Python with names that are not what they seem.',
  'modelTrust.explainRule': 'Opens the page of a rule, without a network: what it asks, why, and what to do.',
  'modelTrust.showLog': 'Opens the log of the extension and its language server.',
  'modelTrust.restartServer': 'Stops the language server and starts it again.',
  'modelTrust.setHubToken': 'Keeps a token for the Hub in the secret storage of the editor, and sends it nowhere else.',
  'modelTrust.removeHubToken': 'Forgets that token.',
  'modelTrust.turnLookUpsOn': 'Looks repos up on the Hub.',
  'modelTrust.turnLookUpsOff': 'Judges by your files and the shipped data alone, and asks nobody.',
  'modelTrust.clearCache': 'Forgets everything that was looked up, in memory and on the disk.',
  'modelTrust.refreshModels': 'Scans the workspace again.',
  'modelTrust.clearModels': 'Forgets the last scan and its marks.',
  'modelTrust.sortModels': 'Lists the models by verdict, by name or by the number of their places.',
  'modelTrust.filterModels': 'Lists only models of some verdicts, or only those that are not pinned.',
  'modelTrust.clearModelFilter': 'Lists all models again.',
  'modelTrust.goToPlace': 'Opens the first place that names the model.',
  'modelTrust.copyModelId': 'Copies the id of the model.',
  'modelTrust.openOnHub': 'Opens the page of the repo in the browser.',
  'modelTrust.replaceModelId':
    'Shows every place with the id that is perhaps meant, and changes those that you tick.',
  'modelTrust.openPlace': 'Opens a place that names a model.',
  'modelTrust.ignoreInWorkspace': 'Silences a rule for a repo in the settings of the workspace.',
};
