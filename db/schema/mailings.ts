import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** An email that staff write to groups: a draft until it is sent. */
export const mailings = pgTable(
  "mailings",
  {
    lioId: lioId(),
    id: id(),
    subject: text("subject").notNull(),
    words: text("words").notNull(),
    createdAt: createdAt(),
    byPersonId: uuid("by_person_id"),
    sentAt: moment("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.byPersonId, t.lioId, people),
    index("mailings_created").on(t.lioId, t.createdAt),
    index("mailings_by").on(t.lioId, t.byPersonId),
  ],
)

/** A group that such an email is to. */
export const mailingGroups = pgTable(
  "mailing_groups",
  {
    lioId: lioId(),
    mailingId: uuid("mailing_id").notNull(),
    groupId: uuid("group_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.mailingId, t.groupId] }),
    belongs(t.mailingId, t.lioId, mailings, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("mailing_groups_group").on(t.lioId, t.groupId),
  ],
)
