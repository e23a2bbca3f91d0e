/**
 * A Kubernetes quantity: a number with a suffix of thousands (`m`, `k`, `M`, …) or of 1024s (`Ki`, `Mi`, …), or an
 * exponent. Source: Kubernetes v1.36, apimachinery/pkg/api/resource/quantity.go.
 */
const QUANTITY = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?$/;

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity's value; undefined where it is none. */
export function quantityValue(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return parse(String(quantity));
  if (typeof quantity !== 'string') return undefined;
  if (!values.has(quantity)) values.set(quantity, parse(quantity));
  return values.get(quantity);
}

/** Quantities that were read: few, and very often the same. */
const values = new Map<string, number | undefined>();

function parse(text: string): number | undefined {
  if (!QUANTITY.test(text)) return undefined;
  if (/[eE][+-]?[0-9]+$/.test(text)) return Number(text);
  const suffix = /[A-Za-z]*$/.exec(text)?.[0] ?? '';
  return Number(text.slice(0, text.length - suffix.length)) * (FACTORS[suffix] ?? 1);
}

/** What a wrong quantity was probably meant to be. */
export function quantityFix(text: string): string {
  const unit = /^([0-9.]+)\s*(kb|mb|gb|tb|kib|mib|gib|tib|ki|mi|gi|ti)$/i.exec(text.trim());
  if (!unit) return 'a number with Ki, Mi, Gi, Ti (of 1024) or k, M, G, T (of 1000); CPU also with m: "20Gi", "500m".';
  return `"${unit[1]}${(unit[2] ?? '').charAt(0).toUpperCase()}i".`;
}
