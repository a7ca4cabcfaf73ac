import { z } from "zod"
import { idMaybe } from "../../../input"

/** Who takes which seat, of those who were elected. */
export const giveSeatsInput = z.object({
  id: z.uuid(),
  taking: z
    .array(z.object({ id: z.uuid(), seatId: idMaybe() }))
    .max(20)
    .default([]),
})
export type GiveSeats = z.output<typeof giveSeatsInput>

/** Whoever came next stands in; on which seat, where there are several. */
export const confirmSubstituteInput = z.object({ id: z.uuid(), seatId: idMaybe() })
export type ConfirmSubstitute = z.output<typeof confirmSubstituteInput>
