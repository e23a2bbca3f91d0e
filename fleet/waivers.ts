import type { Waiver } from './cluster';
import { closest } from './did-you-mean';
import type { Finding } from './finding';

/** Takes out the findings that a waiver lets pass. A waiver that lets nothing pass is told: it hides the next mistake. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], cluster: string) {
  const used = new Set<Waiver>();
  const kept: Finding[] = [];
  const waived: Finding[] = [];
  for (const finding of findings) {
    // What the engine itself says leaves no right files to publish.
    const waivable = !finding.rule.startsWith('fleet/');
    const waiver = waivers.find((w) => waivable && w.rule === finding.rule && covers(w, finding, cluster));
    if (waiver) used.add(waiver);
    (waiver ? waived : kept).push(finding);
  }
  for (const waiver of waivers) if (!used.has(waiver)) kept.push(unused(waiver, findings, cluster));
  return { kept, waived };
}

function covers(waiver: Waiver, finding: Finding, cluster: string): boolean {
  // The whole cluster's has no path.
  if (waiver.path === '') return true;
  const at = `${cluster}/${waiver.path}`;
  return finding.path === at || (finding.path?.startsWith(`${at}/`) ?? false);
}

function unused(waiver: Waiver, findings: readonly Finding[], cluster: string): Finding {
  const rules = findings.filter((f) => covers(waiver, f, cluster)).map((f) => f.rule);
  const near = closest(waiver.rule, rules);
  return {
    rule: 'fleet/unused-waiver',
    severity: 'warning',
    category: 'object',
    cluster,
    path: [cluster, waiver.path].filter(Boolean).join('/'),
    message: `The waiver of ${waiver.rule} lets nothing pass.${near ? ` Did you mean "${near}"?` : ''}`,
    effect: 'The next mistake of this kind would go unseen.',
    fix: 'Take the waiver away.',
  };
}
