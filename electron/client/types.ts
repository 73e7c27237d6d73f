import type * as errors from '../contract/failure.ts';
import type * as contract from '../contract/lease.ts';

// As in the automation API, with texts for people in English.

export type { ErrorCode, TwilioDetail } from '../contract/failure.ts';
export type { Carrier, TestMode } from '../contract/mode.ts';
export type { Fault, FaultInput, FaultKind } from '../contract/faults.ts';
export type { Money, NumberType, Policy } from '../contract/lease.ts';

export type Candidate = contract.Candidate<string>;
export type Failure = errors.Failure<string>;
export type LeaseState = contract.Lease<string>;
export type Message = contract.Message<string>;
