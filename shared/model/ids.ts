import { z } from 'zod';

const rowId = z.number().int().positive();

/** Row ids are positive integers, branded so that one kind cannot be handed in for another. */
export const parcelIdSchema = rowId.brand<'ParcelId'>();
export type ParcelId = z.infer<typeof parcelIdSchema>;
export const legIdSchema = rowId.brand<'LegId'>();
export type LegId = z.infer<typeof legIdSchema>;
export const eventIdSchema = rowId.brand<'EventId'>();
export type EventId = z.infer<typeof eventIdSchema>;
export const caseIdSchema = rowId.brand<'CaseId'>();
export type CaseId = z.infer<typeof caseIdSchema>;
export const draftIdSchema = rowId.brand<'DraftId'>();
export type DraftId = z.infer<typeof draftIdSchema>;
export const importIdSchema = rowId.brand<'ImportId'>();
export type ImportId = z.infer<typeof importIdSchema>;
export const orderIdSchema = rowId.brand<'OrderId'>();
export type OrderId = z.infer<typeof orderIdSchema>;
export const actionIdSchema = rowId.brand<'ActionId'>();
export type ActionId = z.infer<typeof actionIdSchema>;
