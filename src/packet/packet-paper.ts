import { LETTER, type Paper } from '../paper.ts';

/** US Letter with room at the sides for holes and notes; margins in CSS pixels. */
export const PACKET_PAPER: Paper = { ...LETTER, margins: { above: 56, beside: 64, below: 68 } };
