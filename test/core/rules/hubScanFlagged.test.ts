import { describe, expect, test } from 'vitest';
import type { FileScan } from '../../../src/core/facts/fileFacts.ts';
import { hubScanFlagged } from '../../../src/core/rules/hubScanFlagged.ts';
import { contextOf, OLD, reference } from './owned.ts';

describe("the Hub's scanners", () => {
  const severity = (scan: FileScan, days = OLD) =>
    hubScanFlagged.onReference!(reference('some/repo'), contextOf({ days, files: [{ path: 'a.pt', scan }] }))?.severity;
  const imports = (...dangerousImports: string[]): FileScan => ({ level: 'unsafe', vendors: [], dangerousImports });

  test.each([
    'numpy.testing._private.utils.runstring',
    'torch.hub.load',
    'torch.utils.collect_env.run',
    'dill.loads',
    'operator.methodcaller',
    'models.evil.run',
    'posix.system',
  ])('%s runs code', name => expect(severity(imports(name))).toBe('error'));

  test.each([
    'builtins.getattr',
    'torch.FloatStorage',
    'torch._utils._rebuild_tensor_v2',
    'torch.nn.modules.conv.Conv2d',
    'numpy.core.multiarray._reconstruct',
    'collections.OrderedDict',
    'models.yolo.DetectionModel',
    'ultralytics.nn.tasks.DetectionModel',
    'sklearn.tree._tree.Tree',
    'joblib.numpy_pickle.NumpyArrayWrapper',
    'dill._dill._create_function',
    'functools.partial',
  ])('%s is routine', name => expect(severity(imports(name))).toBe('information'));

  const unlisted = (...suspiciousImports: string[]): FileScan => ({
    level: 'suspicious',
    vendors: [{ vendor: 'pickle imports', level: 'suspicious' }],
    dangerousImports: [],
    suspiciousImports,
  });
  test('a checkpoint that builds objects of classes on no list is routine, whoever made it', () => {
    expect(severity(unlisted('omegaconf.dictconfig.DictConfig', 'builtins.getattr'), 10)).toBe('hint');
    expect(severity(unlisted('some.package.helper'), 10)).toBe('information');
  });
  test.each(['subprocess.Popen', 'runpy._run_code', 'builtins.exec', 'webbrowser.open'])(
    '%s is worth a warning where the Hub only calls it suspicious',
    name => expect(severity(unlisted(name))).toBe('warning'),
  );

  const says = (vendor: string, level: FileScan['level'], message?: string): FileScan => ({
    level,
    vendors: [{ vendor, level, ...(message && { message }) }],
    dangerousImports: [],
  });
  test.each([
    says('antivirus', 'unsafe', 'Win.Trojan.Agent FOUND'),
    says('antivirus', 'unsafe'),
    says('JFrog', 'unsafe', 'Backdoor: reverse shell'),
    says('Protect AI', 'suspicious', 'Backdoor: reverse shell'),
  ])('an accusation is never below a warning: %o', scan => expect(severity(scan)).toBe('warning'));
  test('a bare remark of one scanner on an established publisher is information', () =>
    expect(severity(says('Protect AI', 'unsafe'))).toBe('information'));
});
