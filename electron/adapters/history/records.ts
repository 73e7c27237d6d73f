import { z } from 'zod';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { candidateRecord, messageMedia, phrase } from '../../contract/shapes.ts';
import { leaseRecordSchema } from '../../core/numbers/lease.ts';
import { numberRecordSchema } from '../../core/numbers/number.ts';
import { tokenRecordSchema } from '../../core/sharing/tokens.ts';
import { fromJson, recordReader } from '../recordReader.ts';

const say = phrases.host;

const reader = recordReader((what) => appError('STORAGE_FAILED', say.historyChanged({ what }), say.historyChangedHint));

// Turn SQLite rows into the core's records. Each throws STORAGE_FAILED for a row that is not valid.
export const leaseRecordOf = reader(fromJson(leaseRecordSchema), say.recordOfLease);
export const numberRecordOf = reader(fromJson(numberRecordSchema), say.recordOfNumber);
export const candidatesOf = reader(fromJson(z.array(candidateRecord)), say.recordOfMessage);
export const mediaOf = reader(fromJson(z.array(messageMedia)), say.recordOfMessage);
export const phraseOf = reader(fromJson(phrase), say.recordOfMessage);
export const tokenRecordOf = reader(tokenRecordSchema, say.recordOfToken);
