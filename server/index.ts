export type { Analysis, AnalyzeOptions, ProcedureSummary, Summary } from './analyze';
export { analyze } from './analyze';
export type { Assertion } from './assertion/assertion';
export { classifyAssertion } from './assertion/assertion';
export type { Configuration, PayerId } from './configuration';
export { defaultConfiguration } from './configuration';
export type * from './facts/model';
export type { Evidence, Span } from './note/span';
export type { Finding, Fix, Severity, TextEdit } from './rules/finding';
