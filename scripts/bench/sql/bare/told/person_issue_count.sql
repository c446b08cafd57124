-- As the model of this name tells it.
select unit.code as unit_code, scope, person_issue_count.code, cast(persons as bigint) as persons, cast(records as bigint) as records
from person_issue_count join unit on unit.unit = counted
