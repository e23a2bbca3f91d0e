import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Report, Rule } from '../rule';
import { type Config, cephSpec, localClusters } from './shapes';

/** What the jobs that prepare disks read. Source: pkg/operator/ceph/cluster/osd/config/config.go. */
const KEYS = [
  ...['encryptedDevice', 'metadataDevice', 'databaseSizeMB', 'walSizeMB', 'osdsPerDevice', 'deviceClass'],
  ...['initialWeight', 'primaryAffinity', 'storeType', 'journalSizeMB', 'crushRoot'],
];

/** A path of a logical volume or a partition, by its name. */
const LOGICAL_VOLUME = /^\/dev\/(?!disk\/|mapper\/)[^/]+\/[^/]+$/;
const PARTITION = /^(?:\/dev\/)?(?:(?:sd|vd|xvd)[a-z]+\d+|nvme\d+n\d+p\d+)$|-part\d+$/;

export const osdConfig: Rule = {
  id: 'rook/osd-config',
  holds: 'settings of disks are texts that somebody reads; no encryption or several OSDs where LVM cannot',
  effect: 'The API server refuses the cluster, or the jobs that prepare disks fail or pass the setting over.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/osd/config; pkg/daemon/ceph/osd/volume.go',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage = {} } = cephSpec(entry);
      checkConfig(entry, storage.config, 'spec.storage.config', report);
      if (PARTITION.test(String(storage.config?.['metadataDevice'] ?? ''))) {
        say(
          entry,
          'all disks share one partition for their metadata',
          'Name a partition for each disk, or a whole disk.',
          'spec.storage.config',
          report,
        );
      }
      for (const [i, node] of (storage.nodes ?? []).entries()) {
        const at = `spec.storage.nodes[${i}]`;
        checkConfig(entry, node.config, `${at}.config`, report);
        checkLabel(entry, node.name, { ...storage.config, ...node.config }, at);
        for (const [j, device] of (node.devices ?? []).entries()) {
          const config = { ...storage.config, ...node.config, ...device.config };
          checkConfig(entry, device.config, `${at}.devices[${j}].config`, report);
          checkKind(entry, device.fullpath ?? device.name ?? '', config, `${at}.devices[${j}]`, report);
          checkLabel(entry, node.name, config, `${at}.devices[${j}]`);
        }
      }
      function checkLabel(owner: Entry, name: string | undefined, config: Config, at: string): void {
        const label = nodesOf(cluster).find((n) => n.name === name || n.hostname === name)?.labels?.[
          'osd.rook.io/device-class'
        ];
        if (label === undefined || config['deviceClass'] === undefined) return;
        say(
          owner,
          `the disks of ${name} have a deviceClass here and in the node’s label`,
          'Say it in one place.',
          at,
          report,
        );
      }
    }
  },
};

function say(entry: Entry, what: string, fix: string, section: string, report: Report): void {
  report(entry, { message: `${describe(entry.object)}: ${sentence(what)}`, fix, section });
}

function checkConfig(entry: Entry, config: Config | undefined, at: string, report: Report): void {
  for (const key of Object.keys(config ?? {})) {
    if (KEYS.includes(key)) continue;
    report(entry, {
      severity: 'warning',
      message: `${describe(entry.object)}: nobody reads "${key}" of a disk.${didYouMean(key, KEYS)}`,
      fix: `One of ${KEYS.join(', ')}.`,
      section: at,
    });
  }
}

function checkKind(entry: Entry, name: string, config: Config, at: string, report: Report): void {
  const several = Number(config['osdsPerDevice'] ?? 1) > 1;
  const encrypted = config['encryptedDevice'] === 'true';
  if (LOGICAL_VOLUME.test(name) && several)
    say(entry, `several OSDs on the logical volume ${name}`, 'One OSD a volume.', at, report);
  if (LOGICAL_VOLUME.test(name) && encrypted)
    say(entry, `the logical volume ${name} cannot be encrypted`, 'Give Ceph the whole disk.', at, report);
  if (PARTITION.test(name) && encrypted)
    say(entry, `the partition ${name} cannot be encrypted`, 'Give Ceph the whole disk.', at, report);
}
