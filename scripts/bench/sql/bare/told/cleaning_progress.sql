-- As the model of this name tells it, where somebody is counted.
select code as unit_code, scope, cast(coalesce(cleaned, 0) as bigint) as cleaned, cast(remaining as bigint) as remaining, subjects
from cleaning_progress join unit on unit.unit = counted
