import type { Stream } from "../access/room-type"
import { ROOMS, type StreamName } from "../rooms"

/** Kinds of email that a person may stop one by one, as the rooms declare them. Those of `service` are not on it. */
export const STREAMS = Object.assign(
  {},
  ...ROOMS.map((room) => ("streams" in room ? room.streams : {})),
) as Record<StreamName, Stream>
