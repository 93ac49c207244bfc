import { describe, expect, test } from 'vitest';
import { alertStatus, inForce } from '../../src/schema/index.ts';

const dates = { publishedAt: '2026-11-23', expiresAt: '2027-05-23' };

describe('alertStatus', () => {
  test.each([
    ['on the day it is published', dates, '2026-11-23', 'new'],
    ['13 days later', dates, '2026-12-06', 'new'],
    ['14 days later', dates, '2026-12-07', 'current'],
    ['on its last day', dates, '2027-05-23', 'current'],
    ['on the day after', dates, '2027-05-24', 'expired'],
    ['changed', { ...dates, updatedAt: '2027-03-01' }, '2027-03-01', 'updated'],
    ['changed while new', { ...dates, updatedAt: '2026-11-25' }, '2026-11-26', 'updated'],
    ['changed long ago', { ...dates, updatedAt: '2027-03-01' }, '2027-03-31', 'current'],
    ['“changed” on its first day', { ...dates, updatedAt: '2026-11-23' }, '2026-11-24', 'new'],
    ['changed, then expired', { ...dates, updatedAt: '2027-05-20' }, '2027-05-24', 'expired'],
    ['withdrawn', { ...dates, withdrawn: { date: '2026-12-01' } }, '2026-12-01', 'withdrawn'],
    ['withdrawn, and its last day gone by', { ...dates, withdrawn: { date: '2026-12-01' } }, '2028-01-01', 'withdrawn'],
  ] as const)('an alert %s', (_name, alert, day, status) => {
    expect(alertStatus(alert, day)).toBe(status);
  });
});

test('an alert is in force until the end of its last day, or until it is withdrawn', () => {
  expect(inForce(dates, '2027-05-23')).toBe(true);
  expect(inForce(dates, '2027-05-24')).toBe(false);
  expect(inForce({ ...dates, withdrawn: { date: '2026-12-01' } }, '2026-12-01')).toBe(false);
});
