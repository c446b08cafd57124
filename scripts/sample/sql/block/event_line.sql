-- Lines of event files, one row a line, in the order of the files and days; the codes are written out when they are copied.
select arrival_of(sent_on) * 1000000 + file_no * 10 as file_key,
  event.person,
  record_key,
  position,
  event_date,
  case position when 0 then 'VN' else place.commune_code end as unit_code,
  result,
  case when result <> 'right' then wrong_fields end as wrong_fields
from event
join (select plan_key, record_key, file_no, commune_no, wrong_fields from written where record_key is not null) as named using (plan_key)
join (select commune_no, commune_code from commune) as place using (commune_no), params
where sent_on <= as_of
order by file_key, event_date, event.plan_key, position, copy
