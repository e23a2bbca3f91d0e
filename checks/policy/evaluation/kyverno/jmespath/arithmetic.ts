import { goDurationSeconds } from '../../../../syntax/duration';
import { quantityValue } from '../../../../syntax/quantity';

export type Operation = '+' | '-' | '*' | '/' | '%';

const COMPUTE: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/**
 * Computes with numbers, quantities (`1Gi`) and durations (`1h`). A quotient of two of a kind is a number; else the result
 * is of the kind of the operands. Source: Kyverno v1.19, pkg/engine/jmespath/arithmetic.go.
 */
export function arithmetic(a: unknown, operation: Operation, b: unknown): number | string {
  const [left, right] = [read(a), read(b)];
  if ((operation === '/' || operation === '%') && right.value === 0) throw new Error(`${operation} by zero`);
  const value = COMPUTE[operation](left.value, right.value);
  const sameKind = left.kind === right.kind;
  if (operation === '/' && sameKind) return value;
  const kind = left.kind === 'number' ? right.kind : left.kind;
  if (kind === 'number') return value;
  return kind === 'duration' ? `${value}s` : String(value);
}

interface Operand {
  readonly kind: 'number' | 'quantity' | 'duration';
  readonly value: number;
}

function read(operand: unknown): Operand {
  if (typeof operand === 'number') return { kind: 'number', value: operand };
  if (typeof operand === 'string') {
    const quantity = quantityValue(operand);
    if (quantity !== undefined) return { kind: 'quantity', value: quantity };
    const duration = goDurationSeconds(operand);
    if (duration !== undefined) return { kind: 'duration', value: duration };
  }
  throw new Error(`${JSON.stringify(operand)} is no number, quantity or duration`);
}
