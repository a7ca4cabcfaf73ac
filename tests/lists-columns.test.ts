import { describe, expect, it } from "vitest"
import { listQuery, readList } from "@/lib/lists/input"
import { LISTS } from "@/lib/rooms"
import { sessionList } from "@/lib/sessions/list/filters"

describe("The columns of a list that has few", () => {
  it("are those asked for, in their order; the usual ones are not said in the address", () => {
    const cols = (query: string) => readList(sessionList, query).cols
    expect(cols("cols=session,minutes,note")).toEqual(["session", "minutes", "note"])
    expect(cols("cols=minutes&cols=note&cols=minutes&cols=nonsense")).toEqual(["minutes", "note"])
    expect(cols("cols=session,groups,note,function,by,minutes")).toBeUndefined()
    expect(cols("cols=nonsense")).toBeUndefined()
    for (const list of LISTS.filter(({ name }) => name !== "tasks"))
      expect(
        listQuery(list, readList(list, "cols=area,phone,minutes,contact,people,asked,place,themes")),
        list.name,
      ).toContain("cols=")
  })
})
