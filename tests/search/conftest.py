"""Both engines, and records to search for."""

import pytest
from search_records import record

from amendments.search import MemoryIndex, WhooshIndex


@pytest.fixture(params=["memory", "whoosh"])
def index(request, tmp_path):
    return MemoryIndex() if request.param == "memory" else WhooshIndex(tmp_path / "index")


@pytest.fixture
def both(tmp_path):
    return MemoryIndex(), WhooshIndex(tmp_path / "index")


@pytest.fixture
def one_in_each_language():
    return [
        record("en", "en", "The developing countries request a report on connectivity."),
        record("fr", "fr", "Les pays en développement demandent un rapport à l'Union."),
        record("es", "es", "Los países en desarrollo solicitan informes sobre la conectividad."),
        record("ru", "ru", "Развивающиеся страны просят учёт докладов."),
        record("ar", "ar", "تطلب البلدان النامية تقريراً عن التنمية"),
        record("zh", "zh", "发展中国家请秘书长提交报告。"),
    ]
