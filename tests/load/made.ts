import type { Sql } from "postgres"

/** How much there is in the LIO under load, and how many other LIOs of a tenth of that stand beside it. */
export const SIZE = { groups: 2_001, people: 20_000, sessions: 50_000, others: 19 }

const WORDS =
  "community garden food bank youth club advice centre walking group choir lunch friends of the park carers support sports council hall library arts mind men women shed repair cafe transport housing faith heritage river trust".split(
    " ",
  )
const FIRST = "Ann Bob Cerys Dai Eluned Farah George Huw Imran Jane Kofi Lena Mohammed Nia Owen Priya".split(
  " ",
)
const LAST =
  "Pye Hughes Khan Okafor Smith Jones Brown Davies Patel Evans Walker Shaw Wright Hall Green".split(" ")

/** Some of the words, chosen by the number of the row, different for each place in the text. */
const some = (list: string[], n: string, salt: number) =>
  `(array[${list.map((word) => `'${word}'`).join(",")}])[1 + abs(hashtext((${n})::text || '${salt}')) % ${list.length}]`
const sentence = (n: string, words: number, salt: number) =>
  Array.from({ length: words }, (_, at) => some(WORDS, n, salt * 100 + at)).join(" || ' ' || ")

/** Fills one LIO with made-up groups, people with roles, and years of sessions, as SQL says it fastest. */
export async function fillLio(sql: Sql, lio: string, share = 1) {
  const [groups, people, sessions] = [SIZE.groups, SIZE.people, SIZE.sessions].map((most) =>
    Math.max(1, Math.round(most * share)),
  )
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', ${lio}, true), set_config('app.audiences', '{*}', true)`
    await tx.unsafe(`
      insert into groups (lio_id, id, name, name_key, about, postcode, stage, sector, email)
      select '${lio}', gen_random_uuid(), initcap(${sentence("n", 3, 1)}) || ' ' || n, 'g' || n, ${sentence("n", 20, 2)},
        'OL' || 1 + n % 9 || ' ' || n % 10 || 'AA', 'not_member', 'voluntary', 'g' || n || '@load.example'
      from generate_series(1, ${groups}) n`)
    await tx.unsafe(`
      insert into people (lio_id, id, name, email)
      select '${lio}', gen_random_uuid(), ${some(FIRST, "n", 3)} || ' ' || ${some(LAST, "n", 4)} || ' ' || n, 'p' || n || '@load.example'
      from generate_series(1, ${people}) n`)
    await tx.unsafe(`
      with p as (select id, row_number() over (order by email) as n from people where lio_id = '${lio}' and email like 'p%@load.example'),
        g as (select id, row_number() over (order by name_key) as n from groups where lio_id = '${lio}')
      insert into roles (lio_id, id, person_id, group_id, role, speaks)
      select '${lio}', gen_random_uuid(), p.id, g.id, 'treasurer', case when p.n % 5 = 0 then 'lead' end
      from p join g on g.n = 1 + p.n % ${groups}`)
    await tx.unsafe(`
      with worker as (select person_id from staff where lio_id = '${lio}' limit 1),
        made as (insert into sessions (lio_id, id, "on", minutes, kind, function, note, by_person_id)
          select '${lio}', gen_random_uuid(), current_date - (n % 1500), 15 + n % 90, 'advice', 'support', ${sentence("n", 25, 5)}, person_id
          from generate_series(1, ${sessions}) n, worker returning id),
        m as (select id, row_number() over () as n from made),
        g as (select id, row_number() over (order by name_key) as n from groups where lio_id = '${lio}')
      insert into session_groups (lio_id, session_id, group_id) select '${lio}', m.id, g.id from m join g on g.n = 1 + m.n % ${groups}`)
    await tx.unsafe(`
      with worker as (select person_id from staff where lio_id = '${lio}' limit 1),
        g as (select id, row_number() over (order by name_key) as n from groups where lio_id = '${lio}')
      insert into tasks (lio_id, id, what, group_id, assignee_id, due_on)
      select '${lio}', gen_random_uuid(), ${sentence("g.n", 4, 7)}, g.id, person_id, current_date + (g.n % 60)::int - 20 from g, worker`)
  })
  await sql`analyze`
}

const CHOICES = ["o1", "o2", "o3", "o4"]

/** An open consultation of four questions that every group of the LIO was asked, and three in four have answered. Its id. */
export async function makeConsultation(sql: Sql, lio: string): Promise<string> {
  const options = JSON.stringify({ options: CHOICES.map((id) => ({ id, label: `Option ${id}` })) })
  return sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', ${lio}, true), set_config('app.audiences', '{*}', true)`
    const [made] = await tx<{ id: string }[]>`
      insert into consultations (lio_id, id, title, named, parts_by, opened_at, closes_at)
      values (${lio}, gen_random_uuid(), 'Buses after six', true, 'every', now() - interval '1 day', now() + interval '30 days') returning id`
    const id = made?.id ?? ""
    await tx.unsafe(`
      insert into questions (lio_id, id, consultation_id, position, kind, title, setting) values
        ('${lio}', gen_random_uuid(), '${id}', 1, 'text', 'What do your people lose?', '{}'),
        ('${lio}', gen_random_uuid(), '${id}', 2, 'single', 'Which evening?', '${options}'),
        ('${lio}', gen_random_uuid(), '${id}', 3, 'multiple', 'What would help?', '${options}'),
        ('${lio}', gen_random_uuid(), '${id}', 4, 'scale', 'How bad is it?', '{"steps":5}')`)
    await tx`insert into invitations (lio_id, consultation_id, group_id, invited_at)
      select ${lio}, ${id}, id, now() from groups where lio_id = ${lio}`
    await tx.unsafe(`
      with g as (select id, row_number() over (order by name_key) as n from groups where lio_id = '${lio}'),
        q as (select jsonb_object_agg(position, id) as ids from questions where consultation_id = '${id}'),
        sent as (insert into responses (lio_id, id, consultation_id, group_id, reference, started_at, quotable, quotable_to_groups, signed_off_at, version)
          select '${lio}', gen_random_uuid(), '${id}', g.id, 'L-' || g.n, now(), g.n % 2 = 0, g.n % 2 = 0, now(), 1 from g where g.n % 4 > 0
          returning id, reference)
      insert into response_versions (lio_id, response_id, version, answers, signed_off_at, signed_off_name)
      select '${lio}', s.id, 1, jsonb_build_object(
          q.ids->>'1', jsonb_build_object('text', ${sentence("s.reference", 40, 9)}),
          q.ids->>'2', jsonb_build_object('choice', ${some(CHOICES, "s.reference", 11)}),
          q.ids->>'3', jsonb_build_object('choices', jsonb_build_array(${some(CHOICES, "s.reference", 12)})),
          q.ids->>'4', jsonb_build_object('scale', 1 + abs(hashtext(s.reference)) % 5)), now(), 'Somebody'
      from sent s, q`)
    return id
  })
}
