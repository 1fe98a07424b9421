const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

export function number(value: number, unit?: string): string {
  const text = plain.format(value);
  if (!unit) return text;
  return unit === '%' ? `${text} %` : `${text} ${unit}`;
}

export function share(value: number): string {
  return percent.format(value);
}

/** How far from the baseline to the target, between 0 and 1; a target below the baseline works the same. */
export function progress(baseline: number, target: number, current: number): number {
  if (target === baseline) return current === target ? 1 : 0;
  return Math.min(1, Math.max(0, (current - baseline) / (target - baseline)));
}
