import { looksSecret, secretInText } from '../../../checks/secrets/looks-secret';

test.each([
  ['password', 'hunter2'],
  ['password', 'password123'],
  ['DB_PASSWORD', 'SuperSecret2024'],
  ['PGPASS', 'abc'],
  ['token', '12345678'],
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

test.each(['db.password=hunter2', 'a: 1\npassword: hunter2\n', '--db-password=hunter2', '{"token": "abc1"}'])(
  '%s holds one',
  (text) => expect(secretInText(text)).toBeDefined(),
);

test.each([
  'password: $(DB_PASSWORD)',
  'mode: fast\nmetrics: false\n',
  'tokenPath: /var/run/token',
  '# set password: in the Secret',
])('%s holds none', (text) => expect(secretInText(text)).toBeUndefined());
