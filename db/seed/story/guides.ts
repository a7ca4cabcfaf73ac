import type { GuideSaid } from "@/lib/guides/input"

const room = (prices: string, more: string): GuideSaid => ({
  title: "Hire a room at the Old Library",
  summary: "You will be able to choose a room, book it and know what it costs.",
  nations: ["england"],
  related: ["insurance", "safeguarding"],
  body: `The Old Library on the Market Place has three rooms that groups in Aldervale can hire. Members get them at half price.

## The rooms

| Room | Seats | Members, an hour | Others, an hour |
|---|--:|--:|--:|
${prices}

All of them are on the ground floor, with a toilet for wheelchair users beside the hall.${more}

## How to book

:::steps
1. **Ring us** on 01632 960 001, or email hello@aldervale-cvs.example, with the date, the times and how many people will come.
2. **We hold the room** for a week while you ask your committee.
3. **Sign the booking form** and send it back. One signature is enough.
4. **Pay by bank transfer** at least two days before. We don’t take cash.
:::

:::checklist
- Your group’s insurance covers the event
- Two people know how to lock up
- You have a list of who is coming, in case of fire
:::

:::warning
The hall has a fire limit of 80 people. If more come, somebody has to wait outside.
:::

::contact
`,
})

/** How it was first published. */
export const ROOM = room(
  "| Hall | 80 | £12 | £24 |\n| Reading room | 20 | £6 | £12 |\n| Small room | 8 | £4 | £8 |",
  "",
)
/** How it stands now. */
export const ROOM_AGAIN = room(
  "| Hall | 80 | £13 | £26 |\n| Reading room | 20 | £6.50 | £13 |\n| Small room | 8 | £4 | £8 |",
  " The hall has a loop for hearing aids: ask us to switch it on.",
)

/** A guide that waits to be checked. */
export const FUND: GuideSaid = {
  title: "Apply to the Aldervale Community Fund",
  summary: "You will be able to tell whether the fund fits your idea, and to send a good application.",
  nations: ["england"],
  related: ["first-funding-bid"],
  body: `The Aldervale Community Fund gives up to £1,500 to groups with an income below £50,000 a year. It decides in March and in September.

## Does it fit?

:::checklist
- Your group has a constitution and a bank account with two signatories
- What you want to do happens in Aldervale
- You can spend the money within a year
:::

## What they ask

Four questions: what you want to do, who needs it, what it costs, and how you’ll know that it worked. Answer each in under 200 words.

::contact
`,
}
