import type { Environment } from '@marcbachmann/cel-js';
import { quantityValue } from '../../../syntax/quantity';

/** A quantity as CEL compares it. Source: Kubernetes v1.36, apiserver/pkg/cel/library/quantity.go. */
class Quantity {
  constructor(readonly value: number) {}
}

const read = (text: string): Quantity => {
  const value = quantityValue(text);
  if (value === undefined) throw new Error(`"${text}" is no quantity`);
  return new Quantity(value);
};

/** Registers `quantity()` and what it offers. */
export function registerQuantity(environment: Environment): void {
  environment
    .registerType('Quantity', { ctor: Quantity, fields: {} })
    .registerFunction('quantity(string): Quantity', read)
    .registerFunction('isQuantity(string): bool', (text: string) => quantityValue(text) !== undefined);
  const compared: Record<string, (a: number, b: number) => unknown> = {
    isGreaterThan: (a, b) => a > b,
    isLessThan: (a, b) => a < b,
    compareTo: (a, b) => BigInt(Math.sign(a - b)),
  };
  for (const [name, compare] of Object.entries(compared)) {
    const type = name === 'compareTo' ? 'int' : 'bool';
    environment.registerFunction(`Quantity.${name}(Quantity): ${type}`, (a: Quantity, b: Quantity) =>
      compare(a.value, b.value),
    );
  }
  for (const [name, sign] of [
    ['add', 1],
    ['sub', -1],
  ] as const) {
    environment
      .registerFunction(
        `Quantity.${name}(Quantity): Quantity`,
        (a: Quantity, b: Quantity) => new Quantity(a.value + sign * b.value),
      )
      .registerFunction(
        `Quantity.${name}(int): Quantity`,
        (a: Quantity, b: bigint) => new Quantity(a.value + sign * Number(b)),
      );
  }
  environment
    .registerFunction('Quantity.isInteger(): bool', (q: Quantity) => Number.isInteger(q.value))
    .registerFunction('Quantity.asInteger(): int', (q: Quantity) => BigInt(q.value))
    .registerFunction('Quantity.asApproximateFloat(): double', (q: Quantity) => q.value)
    .registerFunction('Quantity.sign(): int', (q: Quantity) => BigInt(Math.sign(q.value)))
    .registerOperator('Quantity == Quantity', (a: Quantity, b: Quantity) => a.value === b.value);
}
