import { type PageProps, visit } from "@/app/_http/visit"
import { isStaff, leads } from "@/lib/access/may"
import { listFiles } from "@/lib/files/queries"
import { listInRoom, listToName } from "@/lib/opportunities/consortia/people/queries"
import {
  bidsAlready,
  getConsortium,
  getOwnPlace,
  isAnybodyIn,
  ownIn,
} from "@/lib/opportunities/consortia/queries"
import { getWork } from "@/lib/opportunities/consortia/work/queries"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { GroupsOf } from "../_parts/groups-of"
import { RoomHead, WhatFor } from "../_parts/room-frame"
import { Outside } from "./outside"
import { Decisions, Questions, Tasks } from "./work"

/** The room of a consortium; for those who are not in it, that it is there and what they can do. */
export default async function ConsortiumPage(props: PageProps) {
  const [frame, { its, room, outside, told, today, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const its = await getConsortium(ctx, id)
      const of = { its, told: toldIn(query), today: ctx.today, now: ctx.now }
      if (its.inside) {
        const [work, people, files] = await Promise.all([
          getWork(ctx, id),
          listInRoom(ctx, id),
          listFiles(ctx, "consortium", id),
        ])
        return { ...of, room: { work, people, files }, outside: null }
      }
      const place = await getOwnPlace(ctx, id)
      const own = ownIn(ctx, its).filter((one) => leads(ctx.actor, one.groupId) && !one.renamed)
      const led = await Promise.all(
        own.map(async (one) => ({
          of: one,
          people: await listToName(ctx, id, one.groupId),
          empty: !(await isAnybodyIn(ctx, id, one.groupId)),
          elsewhere:
            one.stands === "asked" &&
            (await bidsAlready(ctx, { opportunityId: its.opportunityId, groupId: one.groupId })),
        })),
      )
      const named = place !== null && !place.entered && !place.left
      return {
        ...of,
        room: null,
        outside: {
          led,
          named,
          staff: isStaff(ctx.actor),
          keeps: mayKeepOpportunities(ctx.actor) && its.dissolvedAt === null,
        },
      }
    },
  )
  const lio = frame.lio.slug
  const of = { lio, id: its.id, open: its.dissolvedAt === null, zone: its.zone }
  return (
    <Frame {...frame} title={its.title} at="opportunities">
      {room ? (
        <>
          <RoomHead lio={lio} its={its} current="room" />
          <Tasks {...of} tasks={room.work.tasks} people={room.people} />
          <Decisions {...of} decisions={room.work.decisions} />
          <FilesOf
            lio={lio}
            on={{ kind: "consortium", id: its.id }}
            {...room.files}
            {...{ told, today, now }}
          />
          <Questions {...of} questions={room.work.questions} />
        </>
      ) : (
        <>
          <WhatFor lio={lio} its={its} />
          {outside ? <Outside lio={lio} its={its} {...outside} /> : null}
          <h2>{say("Groups")}</h2>
          <GroupsOf {...its} />
        </>
      )}
    </Frame>
  )
}
