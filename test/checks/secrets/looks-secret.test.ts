import { looksSecret } from '../../../checks/secrets/looks-secret';

test.each([
  ['password', 'hunter2'],
  ['apiKey', 'abc123def'],
  ['GRAFANA_TOKEN', 'x9y8z7'],
  ['client_secret', 's3cr3t!'],
  ['anything', 'AKIAIOSFODNN7EXAMPLE'],
])('%s: %s is one', (name, value) => expect(looksSecret(name, value)).toBeDefined());

test.each([
  ['passwordKey', 'admin-password'],
  ['existingSecret', 'grafana-admin'],
  ['tokenTTL', '24h'],
  ['password', ''],
  ['password', '$(PASSWORD)'],
  ['secretKeyRef', 'x'],
  ['automountServiceAccountToken', 'false'],
  ['keyboard', 'qwerty'],
  ['sshKeyPath', '/etc/ssh/key'],
])('%s: %s is none', (name, value) => expect(looksSecret(name, value)).toBeUndefined());
